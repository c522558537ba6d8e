// A unit's answer to lines, edges and waves of every angle: make the stack, then ask.
//   run("Make Stimuli...", "kind=curves angles=0-350-10 curvatures=0.02,0.05");
//   run("Make Stimuli...", "kind=roi angles=0-345-15");   // what is selected on your image, turned

run("Make Stimuli...", "kind=bars size=64 angles=0-165-15 sizes=20,40");
