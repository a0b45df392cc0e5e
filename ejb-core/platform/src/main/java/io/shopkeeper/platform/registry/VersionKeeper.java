package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.entity.ModelVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps candidates as versions, with a checksum of each file. */
@Dependent
public class VersionKeeper {

  @Inject private ModelStore store;
  @Inject private Clock clock;

  /** One that this shop trained. */
  public ModelVersion keep(ModelCandidate candidate, String by) {
    return keep(candidate.told(Surroundings.complete(candidate.provenance())), "", by);
  }

  /**
   * One that comes from a shop, as it is told there.
   *
   * @param origin fingerprint of that shop's key
   */
  public ModelVersion keep(ModelCandidate candidate, String origin, String by) {
    var version =
        new ModelVersion(
            candidate,
            store.nextVersion(candidate.name()),
            Checksum.of(candidate.artefact()),
            files(candidate.files()),
            origin,
            by,
            clock.instant());
    store.add(version, candidate.artefact(), candidate.files());
    return version;
  }

  private static List<ModelFile> files(Map<String, byte[]> contents) {
    var files = new ArrayList<ModelFile>();
    contents.forEach(
        (name, content) -> files.add(new ModelFile(name, content.length, Checksum.of(content))));
    return files;
  }
}
