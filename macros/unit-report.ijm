// A page of all that is known of a unit, as for the supplement of a paper.
// The argument is a folder of pictures in sub-folders, one per label; without one, pictures are made.
//
// For your own images, as a PDF with a page for each unit:
//   run("Unit Report...", "units=mixed4c:1,5;mixed5a:3 images=/data/photographs file=/data/units.pdf");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-report-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
    run("Make Sample Images...", "count=28 size=128 folder=[" + folder + "]");
}
run("Unit Report...", "units=mixed4c:5 images=[" + folder + "] facets=0 connections=1");
