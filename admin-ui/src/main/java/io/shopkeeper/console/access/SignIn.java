package io.shopkeeper.console.access;

import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** The door. */
@Named
@RequestScoped
public class SignIn {

  @Inject private SecurityContext security;
  @Inject private SignInResult result;
  @Inject private AuditTrail audit;
  @Inject private Say say;
  @Inject private Clock clock;

  private String username;
  private String password;

  /** Signs in and goes to the page that was asked for, or says why not. */
  public void enter() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    AuthenticationStatus status =
        security.authenticate(
            (HttpServletRequest) external.getRequest(),
            (HttpServletResponse) external.getResponse(),
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new UsernamePasswordCredential(username, password)));
    switch (status) {
      case SUCCESS -> {
        audit.record(username, "sign-in", username, "");
        external.redirect(external.getRequestContextPath() + "/");
      }
      case SEND_CONTINUE -> faces.responseComplete();
      case SEND_FAILURE, NOT_DONE -> refuse();
    }
  }

  private void refuse() {
    audit.record(username, "sign-in refused", username, "");
    result
        .lockedUntil()
        .ifPresentOrElse(
            until ->
                say.bad(
                    "signIn.locked",
                    Math.max(1, Duration.between(clock.instant(), until).toMinutes() + 1)),
            () -> say.bad("signIn.refused"));
  }

  /** Ends the session. */
  public String leave() throws ServletException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletRequest) external.getRequest()).logout();
    external.invalidateSession();
    return "/sign-in?faces-redirect=true";
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
}
