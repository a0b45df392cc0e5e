package io.shopkeeper.console.access;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.OidcSignIns;
import io.shopkeeper.platform.boundary.SignInOutcome;
import io.shopkeeper.platform.boundary.SignInWay;
import io.shopkeeper.platform.boundary.SignIns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The door: name and password, then the code of the second factor where there is one. */
@Named
@RequestScoped
public class SignIn {

  @Inject private SignIns signIns;
  @Inject private OidcSignIns providers;
  @Inject private Entrance entrance;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Say say;
  @Inject private Clock clock;

  private String username;
  private String password;
  private String code;

  /** First step. */
  public void enter() throws IOException {
    settle(signIns.password(username, password, Doorkeeper.address(request())), false);
  }

  /** Second step. */
  public void enterCode() throws IOException {
    PendingCode pending = PendingCode.of(request(), clock.instant()).orElse(null);
    if (pending == null) {
      say.bad("signIn.tooLate");
      goTo("/sign-in");
      return;
    }
    settle(signIns.code(pending.username(), code, Doorkeeper.address(request())), true);
  }

  /** Sends whoever comes to the second step without the first back to it. */
  public void requirePending() throws IOException {
    if (PendingCode.of(request(), clock.instant()).isEmpty()) {
      goTo("/sign-in");
    }
  }

  private void settle(SignInOutcome outcome, boolean second) throws IOException {
    switch (outcome) {
      case SignInOutcome.Accepted accepted ->
          admit(accepted, second ? SignInWay.TWO_STEPS : SignInWay.PASSWORD);
      case SignInOutcome.CodeNeeded needed -> {
        new PendingCode(needed.username(), clock.instant()).keep(request());
        goTo("/second-step");
      }
      case SignInOutcome.Refused refused -> say.bad(second ? "code.wrong" : "signIn.refused");
      case SignInOutcome.Locked locked -> say.bad("signIn.locked", minutesUntil(locked.until()));
    }
  }

  private void admit(SignInOutcome.Accepted accepted, SignInWay way) throws IOException {
    PendingCode.forget(request());
    AuthenticationStatus status =
        entrance.admit(request(), response(), accepted.username(), accepted.roles(), way);
    if (status == AuthenticationStatus.SUCCESS) {
      goTo("/");
    } else if (status == AuthenticationStatus.SEND_CONTINUE) {
      FacesContext.getCurrentInstance().responseComplete();
    } else {
      throw new IllegalStateException("the server refused whom the shop let in: " + status);
    }
  }

  private long minutesUntil(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).toMinutes() + 1);
  }

  /** Ends the session. */
  public String leave() throws ServletException {
    entrance.leave(request(), response());
    return "/sign-in?faces-redirect=true";
  }

  /** What the button of the identity provider says; empty if there is none. */
  public String getProvider() {
    return providers
        .label()
        .map(label -> label.isEmpty() ? words.words().getString("signIn.provider") : label)
        .map(label -> words.format("signIn.with", label))
        .orElse("");
  }

  /** Why the identity provider's way failed, in words; empty if it did not. */
  public String getProviderFault() {
    return asked
        .text("fault")
        .filter(fault -> fault.matches("access|state|provider"))
        .map(fault -> words.words().getString("signIn.fault." + fault))
        .orElse("");
  }

  /** Whether the person just chose a password. */
  public boolean isWelcomed() {
    return asked.text("welcome").isPresent();
  }

  private static void goTo(String page) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + page);
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
