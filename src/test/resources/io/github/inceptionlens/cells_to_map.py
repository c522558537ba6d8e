from ij import IJ
from io.github.inceptionlens import InceptionLens

lens = InceptionLens.open("textures")
try:
    image = IJ.openImage(files[0])
    for score in lens.classes(image, 3):
        print("%s %s" % (score.label(), score.probability()))
    IJ.saveAsTiff(lens.activationMaps(image, "mixed4c", "strongest:3"), files[1])
    IJ.saveAsTiff(lens.saliency(image, "Grad-CAM", "top"), files[2])
finally:
    lens.close()
