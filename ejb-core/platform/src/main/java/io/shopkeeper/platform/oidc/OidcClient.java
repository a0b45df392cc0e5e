package io.shopkeeper.platform.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The one identity provider of this shop, if the environment names one. */
@ApplicationScoped
public class OidcClient {

  @Inject private Clock clock;

  private OidcSettings settings;
  private OidcProvider provider;

  @PostConstruct
  void begin() {
    settings = OidcSettings.from(System.getenv()).orElse(null);
    provider = settings == null ? null : new OidcProvider(settings, clock);
  }

  /** How it is configured. */
  public Optional<OidcSettings> settings() {
    return Optional.ofNullable(settings);
  }

  /**
   * The provider.
   *
   * @throws IllegalStateException if there is none
   */
  public OidcProvider provider() {
    return Optional.ofNullable(provider)
        .orElseThrow(() -> new IllegalStateException("no identity provider is configured"));
  }
}
