// Where on a scene does what lie, by what the network sees? An atlas of scenes is made and kept,
// and put back onto one of them: a label image, its colors, and the area of each cell.
// Real work embeds a folder of your images once, and names the cells to be measured and masked:
//   run("Project Onto Atlas...", "embedding=slides images=/data/slides selection=3,7-9 labels=/data/masks");
run("Make Sample Images...", "kind=scenes count=4 size=192");
selectImage("sample-scenes");
run("Embed Activations...", "layer=mixed4a per_picture=60 neighbors=15 name=scenes replace");
selectImage("sample-scenes");
run("Project Onto Atlas...", "embedding=scenes grid=6 least=3");
