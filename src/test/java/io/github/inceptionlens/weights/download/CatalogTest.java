package io.github.inceptionlens.weights.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.architecture.Training;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Catalog CATALOG = Catalog.STANDARD;

  @Test
  void namesThePublicNetworks() {
    assertThat(CATALOG.names()).isEqualTo("textures, imagenet-caffe, imagenet-tf, imagenet-torch");
    assertThat(CATALOG.entries())
        .extracting(CatalogEntry::training)
        .containsExactlyElementsOf(Training.PUBLIC.stream().map(Training::name).toList());
  }

  @Test
  void everyEntryIsComplete() {
    for (final CatalogEntry entry : CATALOG.entries()) {
      assertThat(entry.title()).as(entry.name()).isNotBlank();
      assertThat(entry.description()).as(entry.name()).endsWith(".");
      assertThat(entry.license()).as(entry.name()).isNotBlank();
      assertThat(entry.citation()).as(entry.name()).isNotBlank();
      assertThat(Training.named(entry.training())).as(entry.name()).isPresent();
      assertThat(entry.bundled() != null && entry.url() != null).as(entry.name()).isFalse();
      assertThat(entry.isByHand()).isEqualTo(entry.name().equals("imagenet-torch"));
    }
  }

  @Test
  void everyDigestHasItsAlgorithmsLength() {
    CATALOG.entries().stream()
        .flatMap(entry -> entry.digests().stream())
        .forEach(digest -> assertThat(digest).matches("sha1:[0-9a-f]{40}|sha256:[0-9a-f]{64}"));
  }

  @Test
  void theCaffeNetworkHasTwoRightFiles() {
    final CatalogEntry caffe = CATALOG.find("imagenet-caffe").orElseThrow();
    assertThat(caffe.digests()).hasSize(2);
    assertThat(caffe.fileNames()).containsExactly("bvlc_googlenet.caffemodel");
    assertThat(caffe.mostBytes()).isGreaterThan(100_000_000);
  }

  @Test
  void theTensorFlowNetworkIsAZipOrAGraph() {
    final CatalogEntry tensorFlow = CATALOG.find("imagenet-tf").orElseThrow();
    assertThat(tensorFlow.fileNames())
        .containsExactly("inception5h.zip", "tensorflow_inception_graph.pb");
    assertThat(tensorFlow.url()).hasScheme("https");
  }

  @Test
  void otherNamesAreNotFound() {
    assertThat(CATALOG.find("imagenet")).isEmpty();
  }
}
