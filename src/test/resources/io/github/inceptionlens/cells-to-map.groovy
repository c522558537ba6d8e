import ij.IJ
import io.github.inceptionlens.InceptionLens

InceptionLens.open("textures").withCloseable { lens ->
    def image = IJ.openImage(files[0])
    lens.classes(image, 3).each { println "${it.label()} ${it.probability()}" }
    IJ.saveAsTiff(lens.activationMaps(image, "mixed4c", "strongest:3"), files[1])
    IJ.saveAsTiff(lens.saliency(image, "Grad-CAM", "top"), files[2])
}
