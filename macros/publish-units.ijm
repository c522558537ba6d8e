// A website of what was found: pictures whose kinds are known, the units of two layers and of a
// dictionary with labels, and the crops that drive them. It opens by index.html, offline.
//
// The argument is a folder, in which everything lies; without one, one of the temporary files'
// folder is made. For images of your own give their folder (a folder in it for each label).
folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "inception-lens-published-" + d2s(getTime(), 0);
File.makeDirectory(folder);
images = folder + File.separator + "textures";
File.makeDirectory(images);

// 1. A collection: 280 pictures of 28 kinds.
run("Make Sample Images...", "kind=textures count=280 size=128 folder=[" + images + "]");

// 2. Directions of a layer, called by the kinds of pictures that they tell best.
run("Train Dictionary...", "name=published layer=mixed4a images=[" + images + "] k=8 steps=1000 replace");
run("Label Entries...", "name=published by=labels images=[" + images + "]");

// 3. What drives the units: one scan, which the website takes up.
run("Dataset Examples...", "images=[" + images + "] layer=mixed4c quantiles=[]");

// 4. The website.
run("Export Microscope...", "images=[" + images + "] layers=mixed4b,mixed4c,published units=0-23"
    + " folder=[" + folder + File.separator + "site]");
run("InceptionV1 Dictionaries...", "action=remove name=published");
print("Open " + folder + File.separator + "site" + File.separator + "index.html");
