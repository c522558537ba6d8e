package io.github.inceptionlens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Formatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms: who may know whom. */
final class WallsTest {

  private static final int MOST_CLASSES = 25;
  private static final String HOUSE = "io.github.inceptionlens..";
  private static final String[] IMAGEJ = {"ij..", "org.scijava.ui.."};
  private static final String[] DOORS = {"..inceptionlens.command..", "..inceptionlens.ij1.."};
  private static final String[] METHODS = {
    "..inceptionlens.activation..",
    "..inceptionlens.attribution..",
    "..inceptionlens.visualization..",
    "..inceptionlens.evaluation..",
    "..inceptionlens.reading..",
    "..inceptionlens.dictionary..",
    "..inceptionlens.circuit..",
    "..inceptionlens.atlas..",
    "..inceptionlens.superposition.."
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
              "io.github.inceptionlens",
              "..inceptionlens.image..",
              "..inceptionlens.command..",
              "..inceptionlens.ij1..")
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

  private static final ArchRule collectionsKnowNoMethodsAndNoCommands =
      noClasses()
          .that()
          .resideInAPackage("io.github.inceptionlens.collection..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(HOUSE)
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              "io.github.inceptionlens.collection..",
                              "..inceptionlens.core..",
                              "..inceptionlens.network..",
                              "..inceptionlens.weights.."))));

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
              "..inceptionlens.dictionary..",
              "..inceptionlens.circuit..",
              "..inceptionlens.atlas..",
              "..inceptionlens.superposition..",
              "..inceptionlens.network..");

  private static final ArchRule tensorsStayInTheNetworkAndInPrivate =
      ArchRuleDefinition.noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages(
              "..inceptionlens.network..",
              "..inceptionlens.textures..",
              "..inceptionlens.visualization.*..")
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

  private static final SliceAssignment BY_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(final JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  private static final ArchRule packagesFormNoCycle =
      slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles();

  private static final ArchRule packagesHoldAtMost25Classes =
      classes().should(beAmongAtMost25OfTheirPackage());

  private static final ArchRule noSimpleNameIsThereTwice = classes().should(haveANameOfTheirOwn());

  private static ArchCondition<JavaClass> beAmongAtMost25OfTheirPackage() {
    return new ArchCondition<>("be among at most " + MOST_CLASSES + " classes of their package") {
      @Override
      public void check(final JavaClass type, final ConditionEvents events) {
        final long size = type.getPackage().getClasses().stream().filter(WallsTest::isTop).count();
        events.add(new SimpleConditionEvent(type, size <= MOST_CLASSES, type.getPackageName()));
      }
    };
  }

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    return new ArchCondition<>("have a simple name of their own") {
      private final Map<String, String> names = new HashMap<>();

      @Override
      public void check(final JavaClass type, final ConditionEvents events) {
        if (isTop(type)) {
          final String other = names.putIfAbsent(type.getSimpleName(), type.getName());
          events.add(new SimpleConditionEvent(type, other == null, type.getName() + ", " + other));
        }
      }
    };
  }

  private static boolean isTop(final JavaClass type) {
    return type.isTopLevelClass()
        && !type.isArray()
        && !type.getSimpleName().equals("package-info");
  }

  @Test
  void noClassHasMoreThan300Lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
      }
    }
  }

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
            collectionsKnowNoMethodsAndNoCommands,
            imagesKnowNoMethodsAndNoCommands,
            theLauncherKnowsNoMethodsAndNoNetwork,
            tensorsStayInTheNetworkAndInPrivate,
            nobodyPrints,
            nobodyFormatsForOneLanguage,
            convolutionsAreChecked,
            packagesFormNoCycle,
            packagesHoldAtMost25Classes,
            noSimpleNameIsThereTwice)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
  }
}
