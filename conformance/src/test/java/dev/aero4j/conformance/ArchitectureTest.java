package dev.aero4j.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors of the house: which module may know which, and what an API may show. */
class ArchitectureTest {
  private static final String[] WIRE = {"dev.aero4j.wire..", "dev.aero4j.model.."};
  private static final String[] CLIENT = {
    "dev.aero4j",
    "dev.aero4j.batch..",
    "dev.aero4j.columns..",
    "dev.aero4j.policy..",
    "dev.aero4j.operation..",
    "dev.aero4j.expression..",
    "dev.aero4j.internal.."
  };
  private static final String[] CLIENT_API = {
    "dev.aero4j",
    "dev.aero4j.batch..",
    "dev.aero4j.columns..",
    "dev.aero4j.policy..",
    "dev.aero4j.operation..",
    "dev.aero4j.expression.."
  };
  private static final String INTERNAL = "dev.aero4j.internal..";
  private static final String EMBEDDED = "dev.aero4j.embedded..";
  private static final String EMBEDDED_INTERNAL = "dev.aero4j.embedded.internal..";
  private static final String CLI = "dev.aero4j.cli..";
  private static final String ARROW = "dev.aero4j.arrow..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.aero4j");

  @Test
  void theRulesSeeEveryModule() {
    for (String module : new String[] {"dev.aero4j.wire..", "dev.aero4j", EMBEDDED, CLI, ARROW}) {
      assertThat(CLASSES.that(resideInAPackage(module))).as(module).isNotEmpty();
    }
  }

  @Test
  void wireDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage(WIRE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(WIRE).or(resideInAnyPackage("java..", "org.jspecify..")))
        .check(CLASSES);
  }

  @Test
  void wireKnowsNoSocketThreadFutureClockOrLogger() {
    noClasses()
        .that()
        .resideInAnyPackage(WIRE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..", "java.nio.channels..", "java.util.concurrent..", "org.slf4j..")
                .or(JavaClass.Predicates.assignableTo(Thread.class))
                .or(JavaClass.Predicates.assignableTo(java.time.Clock.class)))
        .check(CLASSES);
  }

  @Test
  void clientAndNodeDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAnyPackage(CLIENT)
        .should()
        .dependOnClassesThat(resideInAPackage(EMBEDDED))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(EMBEDDED)
        .should()
        .dependOnClassesThat(resideInAnyPackage(CLIENT))
        .check(CLASSES);
  }

  @Test
  void onlyTheModuleItselfUsesItsInternals() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLIENT)
        .should()
        .dependOnClassesThat(resideInAPackage(INTERNAL))
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(EMBEDDED)
        .should()
        .dependOnClassesThat(resideInAPackage(EMBEDDED_INTERNAL))
        .check(CLASSES);
  }

  @Test
  void thePublicApiShowsNoInternalType() {
    classes()
        .that()
        .resideInAnyPackage(CLIENT_API)
        .or()
        .resideInAPackage("dev.aero4j.embedded")
        .should(
            showNothingOf(
                resideInAnyPackage(INTERNAL, EMBEDDED_INTERNAL).as("the internal packages")))
        .check(CLASSES);
  }

  /** Looks at what a caller can name: supertypes, and the members that are public or protected. */
  private static ArchCondition<JavaClass> showNothingOf(DescribedPredicate<JavaClass> hidden) {
    return new ArchCondition<>("show nothing of " + hidden.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
          return;
        }
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
            .filter(shown -> names(shown, hidden))
            .forEach(shown -> report(type, type.getName(), shown, events));
        for (JavaMember member : type.getMembers()) {
          if (isExposed(member)) {
            typesOf(member)
                .filter(shown -> names(shown, hidden))
                .forEach(shown -> report(type, member.getFullName(), shown, events));
          }
        }
      }
    };
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    return switch (member) {
      case JavaField field -> Stream.of(field.getType());
      case JavaCodeUnit unit ->
          Stream.of(
                  Stream.of(unit.getReturnType()),
                  unit.getParameterTypes().stream(),
                  unit.getExceptionTypes().stream())
              .flatMap(types -> types);
      default -> throw new IllegalStateException("Neither a field nor code: " + member);
    };
  }

  private static boolean names(JavaType type, DescribedPredicate<JavaClass> hidden) {
    return type.getAllInvolvedRawTypes().stream().anyMatch(hidden);
  }

  private static boolean isVisible(JavaClass type) {
    return isExposed(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isExposed(JavaMember member) {
    return isExposed(member.getModifiers())
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isExposed(java.util.Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static void report(JavaClass type, String place, JavaType shown, ConditionEvents events) {
    events.add(
        SimpleConditionEvent.violated(type, place + " shows the internal type " + shown.getName()));
  }
}
