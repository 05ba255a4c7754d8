package org.silian.access;

import java.util.stream.Collectors;
import org.silian.problem.ProblemWriter;
import org.silian.problem.Refusal;
import org.silian.territory.MapProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What every request passes: headers, the CSRF check, the session, and at the endpoint the gate.
 * The chain itself lets everything through; refusing is the gate's work.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessProperties.class, SecurityProperties.class})
class SecurityConfiguration implements WebMvcConfigurer {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:%s; "
          + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";

  private final PermissionGate gate;
  private final MapProperties map;

  SecurityConfiguration(PermissionGate gate, MapProperties map) {
    this.gate = gate;
    this.map = map;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, Sessions sessions, ProblemWriter problems) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(
            csrf -> {
              csrf.spa();
              csrf.csrfTokenRepository(csrfCookie());
              // Mail programs post this by themselves; who it is for is sealed in the address.
              csrf.ignoringRequestMatchers("/api/notices/unsubscriptions/*");
            })
        .headers(headers -> headers(headers, contentSecurityPolicy(map)))
        .exceptionHandling(
            e ->
                e.accessDeniedHandler(
                        (request, response, denied) ->
                            problems.write(Refusal.forbidden("csrf"), request, response))
                    .authenticationEntryPoint(
                        (request, response, unknown) ->
                            problems.write(Refusal.signedOut("signed-out"), request, response)))
        .addFilterAfter(new SessionFilter(sessions), CsrfFilter.class)
        .build();
  }

  /** Spring Security knows nobody here, and needs to be told so lest it invent a user. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("");
    };
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax"));
    return repository;
  }

  /** Nothing is loaded from elsewhere but the tiles of the map, where they are set up. */
  static String contentSecurityPolicy(MapProperties map) {
    return CONTENT_SECURITY_POLICY.formatted(
        map.tileHosts().stream().map(host -> " " + host).collect(Collectors.joining()));
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
