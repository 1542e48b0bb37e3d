package org.sweetie.console.access;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;

/**
 * Who is enrolled, read from the log: the last {@link Entry.Person} of an id counts. Safe for use
 * by many threads; {@link #enrol} and {@link #registerKey} wait for the disk.
 */
public final class People {
  private final EvidenceLog log;
  private final InstantSource time;
  private final Map<String, SignedIn> byId = new ConcurrentHashMap<>();

  /** Reads the whole log once. */
  public People(EvidenceLog log, InstantSource time) {
    this.log = log;
    this.time = time;
    log.read(0, stored -> hear(stored.entry()));
  }

  /** Takes note of an entry that somebody appended; anything but a person is passed over. */
  public void hear(Entry entry) {
    if (entry instanceof Entry.Person person) {
      rolesOf(person).ifPresent(roles -> byId.put(person.id(), of(person, roles)));
    }
  }

  private static SignedIn of(Entry.Person person, Set<Role> roles) {
    return new SignedIn(person.id(), person.name(), roles, person.publicKey());
  }

  /** Empty where no role is known here: such a person opens no room. */
  private static Optional<Set<Role>> rolesOf(Entry.Person person) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    person.roles().forEach(name -> Role.ofWire(name).ifPresent(roles::add));
    return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
  }

  /** The person of an id. */
  public Optional<SignedIn> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Everybody, by name. */
  public List<SignedIn> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(SignedIn::name).thenComparing(SignedIn::id))
        .toList();
  }

  /**
   * Enrols a new person and returns when that is on record.
   *
   * @throws Refused when the name is empty, no role is given, or the id is taken
   */
  public synchronized SignedIn enrol(String name, Collection<Role> roles) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > 80) {
      throw new Refused("A name of 1 to 80 characters is needed.");
    }
    if (roles.isEmpty()) {
      throw new Refused("Choose at least one role for " + clean + ".");
    }
    String id = idFor(clean);
    return put(new SignedIn(id, clean, EnumSet.copyOf(roles), null));
  }

  /**
   * Registers a person's public key, once, and returns when that is on record.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo of an Ed25519 key, base64
   * @throws Refused when it is no such key, or the person has one already
   */
  public synchronized SignedIn registerKey(String id, String publicKey) {
    SignedIn person =
        find(id).orElseThrow(() -> new Refused("Nobody is enrolled as '" + id + "'."));
    if (person.publicKey() != null) {
      throw new Refused(
          person.name()
              + " has a key already. A key is registered once, so that no later key can"
              + " speak for an earlier approval.");
    }
    ApprovalKeys.publicKey(publicKey);
    return put(new SignedIn(person.id(), person.name(), person.roles(), publicKey));
  }

  private SignedIn put(SignedIn person) {
    List<String> roles = person.roles().stream().sorted().map(Role::wire).toList();
    @Nullable String key = person.publicKey();
    log.append(new Entry.Person(time.instant(), person.id(), person.name(), roles, key));
    byId.put(person.id(), person);
    return person;
  }

  private String idFor(String name) {
    String stem = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    stem = stem.replaceAll("^-+|-+$", "");
    String base = stem.isEmpty() ? "person" : stem;
    String id = base;
    for (int n = 2; byId.containsKey(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }
}
