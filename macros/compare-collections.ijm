// What is new in some scenes? Treated ones show rods, the control's do not; nobody says so.
// The argument is a folder for the pictures; without one a folder of its own is made.
//
// Real work takes folders with a folder for each patient, which is never parted:
//   run("Compare Collections...", "treated=/data/treated control=/data/untreated group=folder");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-compared-" + d2s(getTime(), 0);
}
if (!File.isDirectory(folder)) File.makeDirectory(folder);
run("Make Sample Images...", "kind=scenes count=16 size=160 seed=1 classes=[nuclei, rods, grains] folder=[" + folder + "/new]");
run("Make Sample Images...", "kind=scenes count=16 size=160 seed=2 classes=[nuclei, grains] folder=[" + folder + "/usual]");
run("Compare Collections...", "treated=[" + folder + "/new/scenes] control=[" + folder + "/usual/scenes] layer=mixed4a per_picture=60 neighbors=15 grid=6");
