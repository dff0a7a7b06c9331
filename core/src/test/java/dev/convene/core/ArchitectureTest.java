package dev.convene.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Who may import whom in core; docs/design.md says why. */
@AnalyzeClasses(packages = "dev.convene.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "dev.convene.core";
    private static final String SPI = "dev.convene.core.provider";

    @ArchTest
    static final ArchRule coreIsPlainJava =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage(CORE + "..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theSpiKnowsNothingElseOfCore = noClasses()
            .that()
            .resideInAPackage(SPI + "..")
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("are of core outside the SPI", it -> isIn(CORE, it) && !isIn(SPI, it)));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(CORE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the time of the machine is read", ArchitectureTest::readsTheTimeOfTheMachine));

    private static boolean readsTheTimeOfTheMachine(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "now" -> isIn("java.time", owner) && !takesAClock(call);
            default -> owner.isEquivalentTo(Clock.class) && call.getName().matches("system.*|tick[A-Z].*");
        };
    }

    private static boolean takesAClock(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static boolean isIn(String root, JavaClass it) {
        return it.getPackageName().equals(root) || it.getPackageName().startsWith(root + ".");
    }
}
