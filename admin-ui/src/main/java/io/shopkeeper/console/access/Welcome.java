package io.shopkeeper.console.access;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.LinkView;
import io.shopkeeper.platform.boundary.OneTimeLinks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where a one-time link leads: choose a password. */
@Named
@RequestScoped
public class Welcome {

  @Inject private OneTimeLinks links;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Say say;

  private String token;
  private LinkView link;
  private String password;
  private String again;

  @PostConstruct
  void begin() {
    token = asked.text("token").orElse("");
    link = links.find(token).orElse(null);
  }

  /** Sets the password and goes to the door. */
  public String choose() {
    if (!password.equals(again)) {
      say.bad("welcome.differ");
      return null;
    }
    try {
      if (links.redeem(token, password).isPresent()) {
        return "/sign-in?welcome=1&faces-redirect=true";
      }
      link = null;
    } catch (InvalidInputException weak) {
      say.badText(faults.of(weak));
    }
    return null;
  }

  public String getToken() {
    return token;
  }

  /** What the link is for; null if it cannot be used. */
  public LinkView getLink() {
    return link;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
