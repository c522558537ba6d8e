// Tallies a filled reading sheet: how often the maps of each method were said to
// point at the lesion, with 95 % confidence intervals, and how well the reader
// agreed on the cases that were shown twice.
//
// getArgument() is "sheet.csv,key.csv".

files = split(getArgument(), ",");
run("Tally Readings...", "sheet=[" + files[0] + "] key=[" + files[1] + "] by=method");
