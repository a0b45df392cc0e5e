package io.shopkeeper.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SHOPKEEPER_OIDC_ISSUER", "https://login.example/realms/shop",
          "SHOPKEEPER_OIDC_CLIENT_ID", "shopkeeper",
          "SHOPKEEPER_OIDC_CLIENT_SECRET", "hush",
          "SHOPKEEPER_OIDC_ROLES", "shop-admins:ADMIN, urn:staff:merchandiser+ANALYST");

  @Test
  void withoutAnIssuerThereIsNoProvider() {
    assertThat(OidcSettings.from(Map.of())).isEmpty();
  }

  @Test
  void groupsGiveRoles() {
    OidcSettings settings = OidcSettings.from(ENVIRONMENT).orElseThrow();
    assertThat(settings.rolesOf(List.of("shop-admins"))).containsExactly(Role.ADMIN);
    assertThat(settings.rolesOf(List.of("urn:staff", "other")))
        .containsExactlyInAnyOrder(Role.MERCHANDISER, Role.ANALYST);
    assertThat(settings.rolesOf(List.of("other"))).isEmpty();
    assertThat(settings.rolesClaim()).isEqualTo("groups");
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @Test
  void aMistakeIsNamed() {
    assertThatThrownBy(() -> from("SHOPKEEPER_OIDC_ISSUER", "http://login.example"))
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> from("SHOPKEEPER_OIDC_CLIENT_ID", " "))
        .hasMessageContaining("SHOPKEEPER_OIDC_CLIENT_ID");
    assertThatThrownBy(() -> from("SHOPKEEPER_OIDC_ROLES", "staff:BOSS"))
        .hasMessageContaining("BOSS");
    assertThatThrownBy(() -> from("SHOPKEEPER_OIDC_ROLES", "staff"))
        .hasMessageContaining("group:ROLE");
  }

  private static OidcSettings from(String name, String value) {
    var environment = new java.util.HashMap<>(ENVIRONMENT);
    environment.put(name, value);
    return OidcSettings.from(environment).orElseThrow();
  }
}
