package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AccessRules;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.SignInRules;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The shop's rules for signing in. */
@Named("rules")
@RequestScoped
public class RulesPage {

  @Inject private AccessRules rules;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private int idleMinutes;
  private int longestHours;
  private int linkHours;
  private Role[] codeRoles = {};

  @PostConstruct
  void begin() {
    SignInRules present = rules.get();
    idleMinutes = present.idleMinutes();
    longestHours = present.longestHours();
    linkHours = present.linkHours();
    codeRoles = present.codeRoles().stream().sorted().toArray(Role[]::new);
  }

  /** Keeps them. */
  public void save() {
    me.require(Right.MANAGE_PEOPLE);
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(codeRoles));
    try {
      rules.set(new SignInRules(idleMinutes, longestHours, linkHours, chosen), me.getName());
      say.ok("rules.saved");
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    }
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public int getIdleMinutes() {
    return idleMinutes;
  }

  public void setIdleMinutes(int idleMinutes) {
    this.idleMinutes = idleMinutes;
  }

  public int getLongestHours() {
    return longestHours;
  }

  public void setLongestHours(int longestHours) {
    this.longestHours = longestHours;
  }

  public int getLinkHours() {
    return linkHours;
  }

  public void setLinkHours(int linkHours) {
    this.linkHours = linkHours;
  }

  public Role[] getCodeRoles() {
    return codeRoles.clone();
  }

  public void setCodeRoles(Role[] codeRoles) {
    this.codeRoles = codeRoles.clone();
  }
}
