package dev.convene.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom in the starter; docs/design.md says why. */
@AnalyzeClasses(packages = "dev.convene.starter", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule webKnowsNeitherStoresNorSecurity = noClasses()
            .that()
            .resideInAPackage("dev.convene.starter.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.convene.starter.jdbc..", "dev.convene.starter.security..");

    @ArchTest
    static final ArchRule storesKnowNeitherWebNorSecurity = noClasses()
            .that()
            .resideInAPackage("dev.convene.starter.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.convene.starter.web..", "dev.convene.starter.security..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule securityKnowsNeitherWebNorStores = noClasses()
            .that()
            .resideInAPackage("dev.convene.starter.security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.convene.starter.web..", "dev.convene.starter.jdbc..");

    @ArchTest
    static final ArchRule noProviderIsNamed =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.convene.provider..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
