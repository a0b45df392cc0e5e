package io.shopkeeper.console.settings;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The published table: which role has which right. */
@Named("roleTable")
@RequestScoped
public class RolesPage {

  public List<Role> getRoles() {
    return List.of(Role.values());
  }

  public List<Right> getRights() {
    return List.of(Right.values());
  }

  /** Whether a role has a right. */
  public boolean has(Role role, Right right) {
    return right.roles().contains(role);
  }
}
