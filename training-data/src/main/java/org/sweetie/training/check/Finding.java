package org.sweetie.training.check;

/**
 * One line of one file that breaks a rule of CONDUCT.
 *
 * @param rule the id: {@code A3}
 * @param file the path below the root, with slashes
 * @param line from 1; 0 for the file as a whole
 * @param what what was found and what to do; never a term of a word list (A7)
 */
public record Finding(String rule, String file, int line, String what) {
  @Override
  public String toString() {
    return rule + " " + file + ":" + line + " " + what;
  }
}
