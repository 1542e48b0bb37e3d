package org.sweetie.console.access;

import java.net.URI;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/** Every door of the console: who may pass, and the headers that go with every answer. */
@Configuration
@EnableWebFluxSecurity
class Doors {
  /**
   * Open to everybody: the way in, the chat room a person types in, and the style of both. A live
   * home has no room and says so to whoever asks (CONDUCT B13).
   */
  private static final String[] PUBLIC = {
    "/sign-in", "/assets/**", "/room", "/room/**", "/favicon.ico"
  };

  static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Bean
  SessionIdentity sessionIdentity(People people) {
    return new SessionIdentity(people);
  }

  @Bean
  WebSessionIdResolver sessionCookie(Surroundings surroundings) {
    CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
    // A live home stands behind TLS, whatever the last step to it is; browsers take the cookie on
    // loopback too.
    cookie.addCookieInitializer(
        c -> c.httpOnly(true).sameSite("Strict").path("/").secure(!surroundings.demo()));
    return cookie;
  }

  @Bean
  SecurityWebFilterChain filters(ServerHttpSecurity http, SessionIdentity identity) {
    return http.securityContextRepository(identity)
        .authorizeExchange(Doors::rooms)
        .headers(Doors::headers)
        .csrf(Doors::csrf)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(Doors::toSignIn).accessDeniedHandler(Doors::refused))
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .build();
  }

  private static void rooms(AuthorizeExchangeSpec doors) {
    doors.pathMatchers(PUBLIC).permitAll();
    doors.pathMatchers("/sign-out").authenticated();
    for (Room room : Room.values()) {
      String[] roles = room.roles().stream().map(Role::name).toArray(String[]::new);
      if (room == Room.OVERVIEW) {
        doors.pathMatchers(room.path()).hasAnyRole(roles);
      } else {
        doors.pathMatchers(room.path(), room.path() + "/**").hasAnyRole(roles);
      }
    }
    doors.anyExchange().denyAll();
  }

  /** Cache-Control no-store and X-Content-Type-Options nosniff are among Spring's defaults. */
  private static void headers(HeaderSpec headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(f -> f.mode(Mode.DENY))
        .permissionsPolicy(p -> p.policy("camera=(), microphone=(), geolocation=()"));
  }

  private static void csrf(CsrfSpec csrf) {
    csrf.csrfTokenRequestHandler(new XorServerCsrfTokenRequestAttributeHandler())
        .accessDeniedHandler(Doors::refused);
  }

  /** A page is led to the way in; a script or a stream is told plainly that nobody is signed in. */
  private static Mono<Void> toSignIn(ServerWebExchange exchange, AuthenticationException nobody) {
    if (!wantsPage(exchange.getRequest())) {
      return Mono.error(
          new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Nobody is signed in.", nobody));
    }
    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
    exchange.getResponse().getHeaders().setLocation(URI.create("/sign-in"));
    return exchange.getResponse().setComplete();
  }

  /** A room of somebody else is refused as such; an address that leads nowhere says that. */
  private static Mono<Void> refused(ServerWebExchange exchange, AccessDeniedException denied) {
    String path = exchange.getRequest().getPath().value();
    boolean known =
        denied instanceof CsrfException
            || Arrays.stream(Room.values()).anyMatch(room -> room.holds(path));
    return Mono.error(
        new ResponseStatusException(
            known ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND, denied.getMessage(), denied));
  }

  private static boolean wantsPage(ServerHttpRequest request) {
    return request.getHeaders().getFirst("HX-Request") == null
        && request.getHeaders().getAccept().stream()
            .noneMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
  }
}
