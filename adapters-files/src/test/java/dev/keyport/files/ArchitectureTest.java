package dev.keyport.files;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The row of the module table for this module. */
@AnalyzeClasses(packages = "dev.keyport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule USES_DOMAIN_AND_THE_JDK =
      classes()
          .that()
          .resideInAPackage("dev.keyport.files..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.keyport.files..",
              "dev.keyport.domain..",
              "java..",
              "com.sun.security.auth.module",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.keyport.(*)..").should().beFreeOfCycles();
}
