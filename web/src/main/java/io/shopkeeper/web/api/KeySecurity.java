package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Locale;

/** The caller's key as the resource sees it: its scopes are the roles. */
final class KeySecurity implements SecurityContext {

  private final Caller caller;
  private final boolean secure;

  KeySecurity(Caller caller, boolean secure) {
    this.caller = caller;
    this.secure = secure;
  }

  Caller caller() {
    return caller;
  }

  @Override
  public Principal getUserPrincipal() {
    return () -> "key " + caller.name();
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller.scopes().stream()
        .map(Scope::name)
        .anyMatch(scope -> scope.toLowerCase(Locale.ROOT).equals(role));
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
