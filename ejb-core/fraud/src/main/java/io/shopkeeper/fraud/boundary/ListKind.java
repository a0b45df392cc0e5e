package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shopkeeper.fraud.features.Fingerprint;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What the entries of a list are. */
public enum ListKind {
  @JsonProperty("email")
  EMAIL("email", true, true),
  @JsonProperty("card")
  CARD("card", true, false),
  @JsonProperty("ip")
  IP("ip", true, false),
  @JsonProperty("device")
  DEVICE("device", true, false),
  @JsonProperty("country")
  COUNTRY("country", false, false),
  @JsonProperty("customer")
  CUSTOMER("customer", true, false),
  @JsonProperty("address")
  ADDRESS("address", true, true),
  @JsonProperty("currency")
  CURRENCY("currency", false, false);

  private final String code;
  private final boolean personal;
  private final boolean similar;

  ListKind(String code, boolean personal, boolean similar) {
    this.code = code;
    this.personal = personal;
    this.similar = similar;
  }

  /** As it is written. */
  public String code() {
    return code;
  }

  /** Whether entries tell of a person. */
  public boolean personal() {
    return personal;
  }

  /** Whether lists of this kind may match what is only similar. */
  public boolean similar() {
    return similar;
  }

  /**
   * What a text is compared by: of e-mail and delivery addresses the fingerprint, since no more is
   * kept of a payment; of countries and currencies the text in small letters; else the text.
   */
  public String key(String text) {
    String stripped = text.strip();
    return switch (this) {
      case EMAIL -> Optional.ofNullable(Fingerprint.ofEmail(stripped)).orElse("");
      case ADDRESS -> Optional.ofNullable(Fingerprint.ofAddress(stripped)).orElse("");
      case COUNTRY, CURRENCY -> folded(stripped);
      case CARD, IP, DEVICE, CUSTOMER -> stripped;
    };
  }

  /** The key of what a payment has: fingerprints are made already. */
  public String keyOfSeen(String seen) {
    return this == EMAIL || this == ADDRESS ? seen : key(seen);
  }

  /** In one way of writing. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
