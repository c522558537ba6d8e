// Reads the cases of a blinded reading, or goes on with a reading that was paused:
// a window shows one after the other and asks the sheet's questions.
//
// The current image is the stack of cases. getArgument() is the sheet's file, which
// Blinded Reading... writes when its csv names it; every answer goes there at once.
// "sheet.csv,ynny" takes the answers of another reader instead of opening the window
// (one letter for every question of every case, case after case).

files = split(getArgument(), ",");
answers = "";
if (files.length > 1) answers = " answers=" + files[1];
run("Read Cases...", "sheet=[" + files[0] + "]" + answers);
