package dev.convene.provider.livekit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A provider sees the SPI only, and Spring where it is wired. */
@AnalyzeClasses(packages = "dev.convene.provider.livekit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule aProviderSeesTheSpiOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.convene.core.meeting..",
                    "dev.convene.core.attendance..",
                    "dev.convene.core.archive..",
                    "dev.convene.core.event..",
                    "dev.convene.starter..");

    @ArchTest
    static final ArchRule springStaysAtTheEdge = noClasses()
            .that()
            .haveNameNotMatching(".*(AutoConfiguration|Properties|Configuration|Condition)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");
}
