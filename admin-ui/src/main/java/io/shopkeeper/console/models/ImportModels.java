package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The versions that were made from what the import on this page brought. */
@Named("importModels")
@RequestScoped
public class ImportModels {

  private static final int SHOWN = 20;

  @Inject private ModelRegistry registry;
  @Inject private Asked asked;

  private List<ModelVersionView> versions;

  /** Newest first. */
  public List<ModelVersionView> getVersions() {
    if (versions == null) {
      versions = asked.number("id").map(id -> registry.ofImport(id, SHOWN)).orElse(List.of());
    }
    return versions;
  }
}
