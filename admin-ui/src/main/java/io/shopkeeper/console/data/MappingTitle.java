package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.console.frame.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a mapping is called in the reader's language. */
@Named("mappingTitle")
@RequestScoped
public class MappingTitle {

  @Inject private Reader reader;

  /** Its title, or its name where it has none. */
  public String of(ImportMapping mapping) {
    boolean chinese = reader.getLocale().getLanguage().equals("zh");
    String title = chinese ? mapping.titleZh() : mapping.titleEn();
    return title == null || title.isBlank() ? mapping.name() : title;
  }
}
