// What a channel looks for: a picture, made from noise, on which it becomes large, beside the
// places of the own images that drive it most.
//
// Without evidence no image is needed. The picture is the same for the same seed; its properties
// (Image > Show Info...) tell the value that the channel reaches on it. A synthetic picture alone
// misleads: people predict better from natural examples when a channel will answer.

run("Visualize Channel...", "objective=mixed4c:12 size=128 steps=256 seed=1");

// Other ways to look for it: a pattern-producing network, which has no pixels and stays sharp at
// four times the size; and phases alone, which keep the picture as rough as natural ones, with a map
// of where the channel depended on it. macros/parameterizations.ijm shows them side by side.
run("Visualize Channel...", "objective=mixed4c:12 parameterization=cppn magnify=4 seed=1");
run("Visualize Channel...",
    "objective=mixed4c:12 parameterization=maco transforms=standard importance seed=1");

// The argument is a folder of images; the table tells where in them the crops are.
folder = getArgument();
if (folder != "") {
    run("Visualize Channel...",
        "objective=mixed4a:12 size=128 steps=256 seed=1 evidence=[" + folder + "] examples=8");
    for (i = 0; i < Table.size; i++) {
        print(Table.get("Rank", i), Table.getString("Image", i), Table.get("Slice", i),
            Table.get("X", i), Table.get("Y", i), Table.get("Value", i));
    }
}
