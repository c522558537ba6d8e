// Prepares a blinded reading of saliency maps: anonymous cases in random order,
// five of them shown twice, and a sheet to fill with yes and no.
//
// The current image is a stack of maps. getArgument() names the key file, which
// tells what the cases are: keep it away from the reader. Save the sheet (a table)
// as CSV and give it to the reader with the stack.

key = getArgument();
run("Blinded Reading...", "repeats=5 columns=[Points at lesion] key=[" + key + "]");
