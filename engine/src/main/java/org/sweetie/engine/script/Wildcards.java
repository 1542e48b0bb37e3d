package org.sweetie.engine.script;

/** Words with holes: {@code anti*}, {@code *tor}, {@code p.t*}. */
final class Wildcards {
  private Wildcards() {}

  /** Whether a word in lower case fits; a star stands for any letters, a dot for one. */
  static boolean fits(String word, String pattern) {
    int w = 0;
    int p = 0;
    int star = -1;
    int resume = 0;
    while (w < word.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = w;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '.' || pattern.charAt(p) == word.charAt(w))) {
        p++;
        w++;
      } else if (star >= 0) {
        p = star + 1;
        w = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
