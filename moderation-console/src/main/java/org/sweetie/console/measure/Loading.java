package org.sweetie.console.measure;

import java.util.List;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptImage;
import org.sweetie.engine.script.ScriptSource;

/**
 * A script as a restart has it, and how long that took.
 *
 * @param script loaded from its compiled form
 * @param compileMillis compiling it from source
 * @param loadMillis loading the compiled form
 */
record Loading(Script script, double compileMillis, double loadMillis) {
  static Loading of(List<ScriptSource> sources) {
    long began = System.nanoTime();
    Script compiled = ScriptCompiler.compile(sources).script();
    double compileMillis = (System.nanoTime() - began) / 1e6;
    byte[] image = ScriptImage.write(compiled);
    began = System.nanoTime();
    Script loaded = ScriptImage.read(image);
    double loadMillis = (System.nanoTime() - began) / 1e6;
    if (loaded.ruleCount() != compiled.ruleCount()) {
      throw new IllegalStateException("The compiled form lost rules; the benchmark is broken");
    }
    return new Loading(loaded, compileMillis, loadMillis);
  }

  /** What lives on the heap now, in millions of bytes. */
  static double liveMegabytes() {
    for (int i = 0; i < 2; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
