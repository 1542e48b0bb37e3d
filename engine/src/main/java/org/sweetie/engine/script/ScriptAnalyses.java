package org.sweetie.engine.script;

/** What compiles and cannot be meant: all analyses of a script that has no error. */
final class ScriptAnalyses {
  private ScriptAnalyses() {}

  static Problems of(Script script, DeclaredNames names, Vocabulary vocabulary) {
    Problems problems = new Problems();
    TopicReach.find(script, names, problems);
    ShadowedRules.find(script, vocabulary, problems);
    CallLoops.find(script, names, problems);
    UnusedParts.find(script, names, problems);
    return problems;
  }
}
