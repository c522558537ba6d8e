// Which circuit is a unit part of? What it is made of, step by step, and what it feeds.
//   run("Circuit Diagram...", "unit=mixed4c:447");
//   run("Circuit Diagram...", "unit=mixed4c:447 how=data images=/data/photographs");
// From the entries of one dictionary to those of another, with what they do not explain:
//   run("Circuit Diagram...", "unit=dict4c:7 layers=[dict4a, dict4c] how=data images=/data/photographs");

run("Circuit Diagram...", "unit=conv2d2:3 breadth=3 icons=kept file=[" + getArgument() + "]");
run("Circuit Diagram...", "unit=mixed5b:3 depth=1 how=direct icons=kept");
