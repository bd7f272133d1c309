package dev.keyport.jgit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module table's row for this module. */
@AnalyzeClasses(packages = "dev.keyport.jgit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule USES_ITS_ROW_OF_THE_MODULE_TABLE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.keyport.jgit..",
              "dev.keyport.domain..",
              // public API of JGit's alone, none of its internals
              "org.eclipse.jgit.transport",
              "org.eclipse.jgit.errors",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule OFFERS_THE_PROVIDER_ALONE =
      classes()
          .that()
          .doNotHaveSimpleName("KeyportCredentialsProvider")
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();
}
