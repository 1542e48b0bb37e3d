package org.sweetie.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sweetie.engine.MayUse;

/**
 * Holds the code against the walls that each package-info states, and the README against the
 * packages.
 */
@AnalyzeClasses(
    packages = "org.sweetie",
    importOptions = {ImportOption.DoNotIncludeTests.class, WallsTest.NoTestJars.class})
class WallsTest {
  /** The contracts that the engine lends to other modules' tests are no part of the house. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String ROOT = "org.sweetie.";
  private static final List<String> ALWAYS =
      List.of(
          "java.",
          "javax.crypto.",
          "javax.net.",
          "javax.security.",
          "org.slf4j.",
          "org.jspecify.",
          ROOT + "engine.MayUse");

  @ArchTest
  static void packagesUseOnlyWhatTheirPackageInfoStates(JavaClasses classes) {
    List<String> wrongs =
        classes.stream()
            .filter(from -> !from.getPackageName().equals(ROOT + "engine"))
            .flatMap(WallsTest::wrongs)
            .sorted()
            .distinct()
            .toList();

    assertThat(wrongs).isEmpty();
  }

  private static Stream<String> wrongs(JavaClass from) {
    MayUse may =
        from.getPackage()
            .tryGetAnnotationOfType(MayUse.class)
            .orElseThrow(
                () ->
                    new AssertionError(
                        from.getPackageName()
                            + " has no @MayUse: add a package-info.java that states what it may use"));
    return from.getDirectDependenciesFromSelf().stream()
        .map(d -> d.getTargetClass().getBaseComponentType())
        .filter(to -> !to.isPrimitive() && !to.getPackageName().equals(from.getPackageName()))
        .filter(to -> !allowed(may, to))
        .map(
            to ->
                from.getName()
                    + " uses "
                    + to.getName()
                    + "; its package-info.java allows "
                    + List.of(may.value())
                    + " "
                    + List.of(may.libraries()));
  }

  private static boolean allowed(MayUse may, JavaClass to) {
    String name = to.getName();
    return ALWAYS.stream().anyMatch(name::startsWith)
        || Stream.of(may.libraries()).anyMatch(library -> name.startsWith(library + "."))
        || Stream.of(may.value()).anyMatch(ours -> isIn(to, ours));
  }

  private static boolean isIn(JavaClass to, String ours) {
    return ours.endsWith("*")
        ? to.getName().startsWith(ROOT + ours.substring(0, ours.length() - 1))
        : to.getPackageName().equals(ROOT + ours);
  }

  @ArchTest
  static void everyModuleIsSeen(JavaClasses classes) {
    Set<String> modules =
        classes.stream()
            .map(c -> c.getPackageName().split("\\.", -1)[2])
            .collect(Collectors.toSet());

    assertThat(modules)
        .containsExactlyInAnyOrder("engine", "training", "models", "evidence", "bridge", "console");
  }

  @ArchTest
  static void packagesHaveNoCycles(JavaClasses classes) {
    SlicesRuleDefinition.slices()
        .matching("org.sweetie.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @ArchTest
  static void aLeafKnowsTheEngineAndNoOtherLeaf(JavaClasses classes) {
    Set<String> leaves = Set.of("training", "models", "evidence", "bridge");
    List<String> wrongs =
        classes.stream()
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(
                d ->
                    leaves.contains(module(d.getOriginClass()))
                        || module(d.getOriginClass()).equals("engine"))
            .filter(d -> d.getTargetClass().getName().startsWith(ROOT))
            .filter(
                d ->
                    !List.of("engine", module(d.getOriginClass()))
                        .contains(module(d.getTargetClass())))
            .map(d -> d.getDescription())
            .toList();

    assertThat(wrongs).isEmpty();
  }

  private static String module(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 && type.getName().startsWith(ROOT) ? parts[2] : "";
  }

  @ArchTest
  static void theEngineTakesNoClockAndNoChanceOfItsOwn(JavaClasses classes) {
    List<String> wrongs =
        classes.stream()
            .filter(c -> module(c).equals("engine"))
            .flatMap(c -> c.getMethodCallsFromSelf().stream())
            .filter(
                call ->
                    Set.of(
                                "java.lang.System.currentTimeMillis",
                                "java.lang.System.nanoTime",
                                "java.lang.Math.random",
                                "java.util.UUID.randomUUID")
                            .contains(call.getTargetOwner().getName() + "." + call.getName())
                        || (call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().startsWith("java.time")
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .map(call -> call.getDescription())
            .toList();

    assertThat(wrongs).isEmpty();
  }

  /**
   * CONDUCT B6: replies come from reviewed scripts; nothing on their way can reach a language
   * model.
   */
  @ArchTest
  static void b6NoWordOfThePersonaComesFromAGenerativeModel(JavaClasses classes) {
    List<String> wrongs =
        classes.stream()
            .filter(
                c ->
                    Set.of("engine", "bridge").contains(module(c))
                        || c.getPackageName().equals(ROOT + "console.app"))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> d.getTargetClass().getName().startsWith("dev.langchain4j."))
            .map(d -> d.getDescription())
            .toList();
    Set<String> proposers =
        classes.stream()
            .filter(
                c -> c.isAssignableTo(org.sweetie.engine.turn.Proposer.class) && !c.isInterface())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(wrongs).isEmpty();
    assertThat(proposers).containsExactlyInAnyOrder("ScriptProposer", "NobodyAnswers");
  }

  @ArchTest
  static void theReadmeNamesEveryPackage(JavaClasses classes) throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    List<String> missing =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(p -> p.split("\\.", -1).length > 3)
            .map(p -> p.substring(ROOT.length()))
            .distinct()
            .sorted()
            .filter(p -> !readme.contains("`" + p + "`"))
            .toList();

    assertThat(missing).as("packages that README.md does not name").isEmpty();
  }
}
