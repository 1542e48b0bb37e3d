package org.sweetie.engine.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Compiles ChatScript source: everything is read once, every name is looked up, concepts are
 * unfolded and rules indexed. What is outside the supported part of the language is an error with
 * its place and a remedy; docs/script.md lists the part.
 */
public final class ScriptCompiler {
  private ScriptCompiler() {}

  /**
   * Compiles a script.
   *
   * @param sources in the order that {@link ScriptOrder} gives
   */
  public static Compilation compile(List<ScriptSource> sources) {
    return compile(sources, false);
  }

  /**
   * Compiles a script and looks for what compiles and cannot be meant: topics, rules and outputs
   * that are never reached, calls without end, names that nothing uses. Each is a warning.
   *
   * @param sources in the order that {@link ScriptOrder} gives
   */
  public static Compilation check(List<ScriptSource> sources) {
    return compile(sources, true);
  }

  private static Compilation compile(List<ScriptSource> sources, boolean thorough) {
    Compiling compiling = new Compiling();
    sources.forEach(source -> compiling.foresee(source.text()));
    for (ScriptSource source : sources) {
      SourceText text = new SourceText(source);
      compiling.add(text);
      new SourceParser(text, compiling).parse();
    }
    compiling.checkReferences();
    Problems problems = compiling.problems();
    Knowledge knowledge = problems.hasErrors() ? Knowledge.none() : tables(compiling);
    if (problems.hasErrors()) {
      return new Compilation(Optional.empty(), problems.sorted());
    }
    DeclaredNames names = compiling.names();
    List<Topic> topics = compiling.topics().stream().map(TopicDraft::finish).toList();
    compiling.close();
    Script script = new Script(hash(sources), compiling, topics, knowledge);
    if (thorough) {
      problems.add(ScriptAnalyses.of(script, names, compiling.vocabulary()));
    }
    return new Compilation(Optional.of(script), problems.sorted());
  }

  /** Runs the tables on what is read so far; concepts they add to are not resolved yet. */
  private static Knowledge tables(Compiling compiling) {
    Script soFar = new Script("", compiling, List.of(), compiling.knowledge());
    return new TableRunner(compiling, soFar).run();
  }

  /** Each name and text goes in with its length, so that no two scripts look the same. */
  private static String hash(List<ScriptSource> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ScriptSource source : sources) {
        add(digest, source.file());
        add(digest, source.text());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, this one does not", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
