package org.sweetie.console.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled person.
 *
 * @param id the short name that stands in the log
 * @param name the name on screens
 * @param roles never empty
 * @param publicKey the key approvals are checked with (X.509 SubjectPublicKeyInfo, base64); null
 *     until one is registered
 */
public record SignedIn(String id, String name, Set<Role> roles, @Nullable String publicKey) {
  public SignedIn {
    if (id.isBlank() || name.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException(
          "person '"
              + id
              + "' named '"
              + name
              + "' with roles "
              + roles
              + ": expected an id, a name and at least one role");
    }
    roles = Set.copyOf(EnumSet.copyOf(roles));
  }

  /** Whether the person bears a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the person may enter a room. */
  public boolean mayEnter(Room room) {
    return room.opensTo(roles);
  }

  /** The roles as one line, in the order they are declared. */
  public String roleLine() {
    return sorted().stream().map(Role::label).collect(Collectors.joining(", "));
  }

  private List<Role> sorted() {
    return roles.stream().sorted().toList();
  }
}
