package org.sweetie.console.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Knows the person of a session. The session holds an id and nothing else; name, roles and key are
 * looked up at each request, so a change of roles holds at once.
 */
final class SessionIdentity implements ServerSecurityContextRepository {
  static final Duration IDLE = Duration.ofMinutes(30);
  private static final String PERSON = "sweetie.person";

  private final People people;

  SessionIdentity(People people) {
    this.people = people;
  }

  /** Signs a person in: a new session id, so that one known before is worth nothing. */
  Mono<Void> signIn(ServerWebExchange exchange, SignedIn person) {
    return exchange.getSession().flatMap(session -> begin(session, person));
  }

  private static Mono<Void> begin(WebSession session, SignedIn person) {
    session.getAttributes().put(PERSON, person.id());
    session.setMaxIdleTime(IDLE);
    return session.changeSessionId();
  }

  /** Ends the session and everything that still listens by it. */
  Mono<Void> signOut(ServerWebExchange exchange) {
    return exchange.getSession().flatMap(WebSession::invalidate);
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(session -> Mono.justOrEmpty(session.getAttributes().get(PERSON)))
        .ofType(String.class)
        .flatMap(id -> Mono.justOrEmpty(people.find(id)))
        .map(SessionIdentity::context);
  }

  /** Nothing is kept here: {@link #signIn} and {@link #signOut} are the only ways in and out. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }

  private static SecurityContext context(SignedIn person) {
    List<GrantedAuthority> roles =
        person.roles().stream()
            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList();
    return new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(person, "", roles));
  }
}
