package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import java.security.Principal;

/** The person who looks at the page. */
@Named
@RequestScoped
public class Me {

  @Inject private HttpServletRequest request;

  /** The name; empty before signing in. */
  public String getName() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "" : principal.getName();
  }

  /** Whether this person may do so, by the name of a {@link Right}. */
  public boolean may(String right) {
    return has(Right.valueOf(right));
  }

  boolean has(Right right) {
    return right.roles().stream().anyMatch(role -> request.isUserInRole(role.roleName()));
  }

  /**
   * Stops whoever may not.
   *
   * @throws ForbiddenException if so
   */
  public void require(Right right) {
    if (!has(right)) {
      throw new ForbiddenException(getName() + " has no right to " + right);
    }
  }
}
