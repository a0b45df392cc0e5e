package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One's own password. */
@Named("account")
@RequestScoped
public class AccountPage {

  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private Me me;
  @Inject private Say say;

  private String present;
  private String wanted;

  /** Changes it. */
  public void change() {
    try {
      people.changePassword(me.getName(), present, wanted);
      audit.record(me.getName(), "password.change", me.getName(), "");
      say.ok("account.changed");
    } catch (InvalidInputException invalid) {
      say.bad(
          invalid.errors().getFirst().pointer().contains("old") ? "account.wrong" : "account.weak");
    }
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }
}
