package io.shopkeeper.console.settings;

import io.nayuki.qrcodegen.QrCode;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AccessRules;
import io.shopkeeper.platform.boundary.CodeEnrolment;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.SecondFactors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Setting up one's second factor, and its recovery codes. */
@Named("secondFactor")
@RequestScoped
public class SecondFactorPage {

  private static final int QUIET_ZONE = 4;

  @Inject private SecondFactors factors;
  @Inject private People people;
  @Inject private AccessRules rules;
  @Inject private Me me;
  @Inject private Say say;

  private String code;
  private List<String> recovery = List.of();
  private PersonView person;

  @PostConstruct
  void begin() {
    person = people.find(me.getName()).orElseThrow();
  }

  /** Makes a secret to bring into an app. */
  public void propose() {
    me.require(Right.OWN_ACCOUNT);
    if (!person.secondFactor()) {
      factors.propose(me.getName());
    }
  }

  /** Puts it in force with the first code. */
  public void confirm() {
    me.require(Right.OWN_ACCOUNT);
    recovery = factors.confirm(me.getName(), code);
    if (recovery.isEmpty()) {
      say.bad("code.wrong");
    } else {
      say.ok("factor.on");
      begin();
    }
    code = null;
  }

  /** New recovery codes; a present code proves who asks. */
  public void renew() {
    me.require(Right.OWN_ACCOUNT);
    if (factors.use(me.getName(), code)) {
      recovery = factors.newCodes(me.getName());
    } else {
      say.bad("code.wrong");
    }
    code = null;
  }

  /** Takes it away; a present code proves who asks. */
  public void remove() {
    me.require(Right.OWN_ACCOUNT);
    if (isNeeded()) {
      say.bad("factor.needed");
    } else if (factors.use(me.getName(), code)) {
      factors.remove(me.getName(), me.getName());
      say.ok("factor.off");
      begin();
    } else {
      say.bad("code.wrong");
    }
    code = null;
  }

  /** Whether the shop's rules want one of this person. */
  public boolean isNeeded() {
    return rules.get().needsCode(person.roles());
  }

  public boolean isOn() {
    return person.secondFactor();
  }

  /** Whether a provider vouches, so that a second factor is the provider's matter. */
  public boolean isFromProvider() {
    return person.fromProvider();
  }

  /** What is waiting for its first code; null if nothing is. */
  public CodeEnrolment getProposed() {
    return factors.proposed(me.getName()).orElse(null);
  }

  /** The picture for the app's camera: how wide, and the path of its dark squares. */
  public record Picture(int size, String path) {}

  /** The picture of what is waiting. */
  public Picture getPicture() {
    QrCode picture = QrCode.encodeText(getProposed().uri(), QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < picture.size; y++) {
      for (int x = 0; x < picture.size; x++) {
        if (picture.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    return new Picture(picture.size + 2 * QUIET_ZONE, path.toString());
  }

  /** Codes that were just made; empty otherwise. */
  public List<String> getRecovery() {
    return recovery;
  }

  public int getCodesLeft() {
    return factors.codesLeft(me.getName());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
