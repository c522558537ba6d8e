// What fires at the selected place more than elsewhere: the six most telling
// channels of mixed4c, each with its overlay, its visualization and its means
// here and elsewhere, as one picture and as a table.
//
// Run it on an image of yours. Without a selection the middle of it is taken.

if (selectionType() < 0)
  makeOval(getWidth() / 4, getHeight() / 4, getWidth() / 2, getHeight() / 2);
run("What Fires Here...", "layer=mixed4c count=6");
