package org.ohmweave.validation.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way only, as the map in docs/decisions/0001-the-house.md draws them. */
@AnalyzeClasses(packages = "org.ohmweave", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportDirectionTest {

  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("core")
          .definedBy("org.ohmweave.core..")
          .layer("calibration")
          .definedBy("org.ohmweave.calibration..")
          .layer("device")
          .definedBy("org.ohmweave.device..")
          .layer("periphery")
          .definedBy("org.ohmweave.periphery..")
          .layer("crossbar")
          .definedBy("org.ohmweave.crossbar..")
          .layer("programming")
          .definedBy("org.ohmweave.programming..")
          .layer("snn")
          .definedBy("org.ohmweave.snn..")
          .layer("study")
          .definedBy("org.ohmweave.study..")
          .whereLayer("study")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("snn")
          .mayOnlyBeAccessedByLayers("study")
          .whereLayer("programming")
          .mayOnlyBeAccessedByLayers("snn", "study")
          .whereLayer("crossbar")
          .mayOnlyBeAccessedByLayers("programming", "snn", "study")
          .whereLayer("periphery")
          .mayOnlyBeAccessedByLayers("crossbar", "programming", "snn", "study")
          .whereLayer("device")
          .mayOnlyBeAccessedByLayers("crossbar", "programming", "snn", "study")
          .whereLayer("calibration")
          .mayOnlyBeAccessedByLayers(
              "device", "periphery", "crossbar", "programming", "snn", "study");

  @ArchTest
  static final ArchRule ONLY_STUDIES_PLOT =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ohmweave.study..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "java.awt..", "picocli..");

  @ArchTest
  static final ArchRule RANDOMNESS_HAS_ADDRESSES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(Math.class, "random");
}
