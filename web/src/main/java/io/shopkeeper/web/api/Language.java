package io.shopkeeper.web.api;

import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/**
 * The language a caller wants: {@code lang} or else {@code Accept-Language}; English or Chinese.
 */
@Vetoed // made for each request: far quicker without the container
public class Language {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  @QueryParam("lang")
  private String lang;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  private String accepted;

  /** English where nothing else is understood. */
  Locale locale() {
    if (lang != null) {
      return lang.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
    if (accepted == null) {
      return Locale.ENGLISH;
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .filter(range -> range.getRange().matches("(en|zh)(-.*)?"))
          .findFirst()
          .map(range -> range.getRange().startsWith("zh") ? SPOKEN.get(1) : SPOKEN.get(0))
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return Locale.ENGLISH;
    }
  }
}
