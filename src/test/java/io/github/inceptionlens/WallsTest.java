package io.github.inceptionlens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Formatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms: who may know whom. */
final class WallsTest {

  private static final String HOUSE = "io.github.inceptionlens..";
  private static final String[] IMAGEJ = {"ij..", "org.scijava.ui.."};
  private static final String[] DOORS = {"..inceptionlens.command..", "..inceptionlens.ij1.."};
  private static final String[] METHODS = {
    "..inceptionlens.activation..",
    "..inceptionlens.attribution..",
    "..inceptionlens.visualization..",
    "..inceptionlens.evaluation..",
    "..inceptionlens.measure..",
    "..inceptionlens.reading.."
  };

  private static final ArchRule coreKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage("..inceptionlens.core..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(HOUSE)
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAPackage("..inceptionlens.core.."))));

  private static final ArchRule onlyTheRoomsOfImageJKnowImageJ =
      noClasses()
          .that()
          .resideInAPackage(HOUSE)
          .and()
          .resideOutsideOfPackages(
              "..inceptionlens.image..", "..inceptionlens.command..", "..inceptionlens.ij1..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(IMAGEJ);

  private static final ArchRule theDoorsKnowNoTensors =
      noClasses()
          .that()
          .resideInAnyPackage(DOORS)
          .or()
          .resideInAnyPackage("..inceptionlens.service..", "..inceptionlens.image..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  private static final ArchRule methodsKnowNoFiles =
      noClasses()
          .that()
          .resideInAnyPackage(METHODS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "..inceptionlens.weights..");

  private static final ArchRule theNetworkKnowsNoFilesAndNoMethods =
      noClasses()
          .that()
          .resideInAPackage("..inceptionlens.network..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(HOUSE)
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              "..inceptionlens.core..", "..inceptionlens.network.."))));

  private static final ArchRule imagesKnowNoMethodsAndNoCommands =
      noClasses()
          .that()
          .resideInAPackage("..inceptionlens.image..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..inceptionlens.command..", "..inceptionlens.ij1..", "..inceptionlens.service..");

  private static final ArchRule theLauncherKnowsNoMethodsAndNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("..inceptionlens.ij1..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..inceptionlens.activation..",
              "..inceptionlens.attribution..",
              "..inceptionlens.evaluation..",
              "..inceptionlens.visualization..",
              "..inceptionlens.network..");

  private static final ArchRule tensorsStayInTheNetworkAndInPrivate =
      ArchRuleDefinition.noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages("..inceptionlens.network..", "..inceptionlens.textures..")
          .should()
          .haveRawReturnType("ai.djl.ndarray.NDArray")
          .orShould(
              new ArchCondition<JavaMethod>("take an NDArray") {
                @Override
                public void check(final JavaMethod method, final ConditionEvents events) {
                  final boolean takes =
                      method.getRawParameterTypes().stream()
                          .anyMatch(type -> type.getName().startsWith("ai.djl.ndarray"));
                  events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
                }
              })
          .allowEmptyShould(true);

  private static final ArchRule nobodyPrints =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  private static final ArchRule nobodyFormatsForOneLanguage =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .orShould()
          .callConstructor(Formatter.class)
          .orShould()
          .callMethod(NumberFormat.class, "getInstance")
          .because("macros, files and tables read the same in every language: give Locale.ROOT");

  private static final ArchRule convolutionsAreChecked =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.inceptionlens.network.engine.Convolutions")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("ai.djl.nn.convolutional.Conv2d")
          .because("on some processors the engine's own loses channels");

  private static final ArchRule roomsFormNoCircle =
      slices().matching("io.github.inceptionlens.(*)..").should().beFreeOfCycles();

  @TestFactory
  Stream<DynamicTest> theWallsStand() {
    final JavaClasses house =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.github.inceptionlens");
    return Stream.of(
            coreKnowsNoOtherRoom,
            onlyTheRoomsOfImageJKnowImageJ,
            theDoorsKnowNoTensors,
            methodsKnowNoFiles,
            theNetworkKnowsNoFilesAndNoMethods,
            imagesKnowNoMethodsAndNoCommands,
            theLauncherKnowsNoMethodsAndNoNetwork,
            tensorsStayInTheNetworkAndInPrivate,
            nobodyPrints,
            nobodyFormatsForOneLanguage,
            convolutionsAreChecked,
            roomsFormNoCircle)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
  }
}
