package org.sweetie.engine.persona;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who the persona says she is. A profile that breaks CONDUCT B5 cannot be made: the name is a plain
 * given name and not the project's, the age is a child's, and nickname and profile both say it.
 *
 * @param name a given name: letters only, one word
 * @param nickname shown in a chat room; holds the age in figures, such as {@code ana_10}
 * @param age in years, 6 to 17
 * @param language what she speaks, as an ISO 639-1 code
 * @param timezone where she lives, for the time of day
 * @param profile what others read about her; says the age in figures
 */
public record PersonaProfile(
    String name, String nickname, int age, String language, ZoneId timezone, String profile) {
  private static final int YOUNGEST = 6;
  private static final int OF_AGE = 18;
  private static final int LONGEST_PROFILE = 300;
  private static final Pattern GIVEN_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{1,19}");
  private static final Pattern NICKNAME = Pattern.compile("[\\p{L}\\p{N}_.-]{2,32}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z][a-z]{3})?");
  private static final List<String> REQUIRED =
      List.of("name", "nickname", "age", "language", "timezone", "profile");

  /**
   * Checks the profile.
   *
   * @throws PersonaException naming every key that is wrong
   */
  public PersonaProfile {
    List<String> faults = new ArrayList<>();
    checkName(name, faults);
    checkAge(age, faults);
    checkNickname(name, nickname, age, faults);
    if (!LANGUAGE.matcher(language).matches()) {
      faults.add("language is '" + language + "'; expected an ISO 639-1 code such as en");
    }
    checkProfile(profile, age, faults);
    if (!faults.isEmpty()) {
      throw new PersonaException("The persona's profile cannot be used: " + join(faults));
    }
  }

  /**
   * Makes a profile from the keys of a persona file.
   *
   * @param values by key; keys that are not part of the profile are left alone
   * @throws PersonaException when a key is missing or wrong
   */
  public static PersonaProfile of(Map<String, String> values) {
    List<String> missing = REQUIRED.stream().filter(key -> blank(values, key)).toList();
    if (!missing.isEmpty()) {
      throw new PersonaException(
          "The persona's profile has no " + String.join(", ", missing) + "; add the missing keys");
    }
    return new PersonaProfile(
        values.getOrDefault("name", "").strip(),
        values.getOrDefault("nickname", "").strip(),
        age(values.getOrDefault("age", "")),
        values.getOrDefault("language", "").strip(),
        zone(values.getOrDefault("timezone", "")),
        values.getOrDefault("profile", "").strip());
  }

  private static boolean blank(Map<String, String> values, String key) {
    return values.getOrDefault(key, "").isBlank();
  }

  private static int age(String text) {
    if (!text.strip().matches("[0-9]{1,3}")) {
      throw new PersonaException("age is '" + text + "'; expected years as a whole number");
    }
    return Integer.parseInt(text.strip());
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new PersonaException("timezone is '" + text + "'; expected a name such as Asia/Manila");
    }
  }

  private static void checkName(String name, List<String> faults) {
    if (!GIVEN_NAME.matcher(name).matches()) {
      faults.add("name is '" + name + "'; expected one plain given name such as Maria");
    } else if (name.toLowerCase(Locale.ROOT).startsWith("sweet")) {
      faults.add("name is '" + name + "', which names the project; expected a plain given name");
    }
  }

  private static void checkAge(int age, List<String> faults) {
    if (age < YOUNGEST || age >= OF_AGE) {
      faults.add("age is " + age + "; expected a minor's, from 6 to 17");
    }
  }

  /** The nickname is the name and the age, perhaps set apart: nothing else can be read into it. */
  private static void checkNickname(String name, String nickname, int age, List<String> faults) {
    String bare = nickname.toLowerCase(Locale.ROOT).replaceAll("[_.-]", "");
    String plain = name.toLowerCase(Locale.ROOT);
    boolean fits = bare.equals(plain + age) || bare.equals(age + plain);
    if (!NICKNAME.matcher(nickname).matches() || !fits) {
      faults.add(
          "nickname is '"
              + nickname
              + "'; expected the name with the age, such as "
              + plain
              + "_"
              + age);
    }
  }

  private static void checkProfile(String profile, int age, List<String> faults) {
    if (!Pattern.compile("(?<!\\d)" + age + "(?!\\d)").matcher(profile).find()) {
      faults.add("profile does not say the age; expected " + age + " in figures in it");
    }
    if (profile.length() > LONGEST_PROFILE) {
      faults.add("profile has " + profile.length() + " characters; expected at most 300");
    }
  }

  private static String join(List<String> faults) {
    return String.join("; ", faults);
  }
}
