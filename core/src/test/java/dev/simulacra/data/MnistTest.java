package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.data.Mnist.Images;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
    @TempDir
    private Path folder;

    @Test
    void theFilesAreReadAsPublished() throws IOException, GeneralSecurityException {
        Path data = data();

        assertThat(md5(Idx.read(data.resolve("train-images-idx3-ubyte.gz"))))
                .isEqualTo("6bbc9ace898e44ae57da46a324031adb");
        assertThat(md5(Idx.read(data.resolve("t10k-images-idx3-ubyte.gz"))))
                .isEqualTo("2646ac647ad5339dbf082846283269ea");
    }

    /// Mean and standard deviation of a training pixel as often printed for normalizing: 0.1307 and 0.3081. The first
    /// labels are those of the printed samples of the database: 5, 0, 4, 1, 9.
    @Test
    void pixelsRunFromZeroToOneAndLabelsAreDigits() throws IOException {
        Mnist mnist = Mnist.in(data());

        Images images = mnist.trainImages();
        double sum = 0;
        double squares = 0;
        float least = 1;
        float most = 0;
        for (float pixel : images.pixels()) {
            sum += pixel;
            squares += pixel * pixel;
            least = Math.min(least, pixel);
            most = Math.max(most, pixel);
        }
        double mean = sum / images.pixels().length;

        assertThat(images.count()).isEqualTo(60_000);
        assertThat(images.pixels()).hasSize(60_000 * 784);
        assertThat(List.of(least, most)).containsExactly(0f, 1f);
        assertThat(mean).isBetween(.13065, .13075);
        assertThat(Math.sqrt(squares / images.pixels().length - mean * mean)).isBetween(.30805, .30815);
        assertThat(mnist.trainLabels()).hasSize(60_000).startsWith(5, 0, 4, 1, 9);
        assertThat(mnist.testImages().count()).isEqualTo(10_000);
        assertThat(mnist.testLabels()).hasSize(10_000);
    }

    @Test
    void aMissingFileIsNamedAndSaidWhereToGetIt() {
        assertThatThrownBy(() -> Mnist.in(folder).trainImages())
                .hasMessageContaining(folder.resolve("train-images-idx3-ubyte.gz") + " nor train-images-idx3-ubyte")
                .hasMessageContainingAll("yann.lecun.com/exdb/mnist", "ossci-datasets", "--data DIR", "SIMULACRA_DATA");
    }

    @Test
    void anExtractWillDoAndOtherPicturesWillNot() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxTest.idx(0x0803, 2 * 784, 2, 28, 28));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxTest.idx(0x0803, 2 * 64, 2, 8, 8));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxTest.idx(0x0802, 4, 2, 2));

        assertThat(Mnist.in(folder).trainImages().pixels()).hasSize(2 * 784).startsWith(0f, 1 / 255f);
        assertThatThrownBy(() -> Mnist.in(folder).testImages()).hasMessageContaining("images of 28 by 28 are required");
        assertThatThrownBy(() -> Mnist.in(folder).testLabels()).hasMessageContaining("one label after the other");
    }

    private static String md5(Idx idx) throws GeneralSecurityException {
        int[] extents = idx.extents();
        byte[] header = ByteBuffer.allocate(16).putInt(0x0803).putInt(extents[0]).putInt(extents[1]).putInt(extents[2])
                .array();
        MessageDigest digest = MessageDigest.getInstance("MD5");
        digest.update(header);
        return HexFormat.of().formatHex(digest.digest(idx.values()));
    }

    /// The folder of the four files: `SIMULACRA_DATA`, or `shared/data/mnist` beside a folder above this one.
    private static Path data() {
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null,
                Path::getParent).map(path -> path.resolve("shared/data/mnist"));
        Optional<Path> found = Stream.concat(Stream.ofNullable(System.getenv("SIMULACRA_DATA")).map(Path::of), above)
                .filter(path -> Files.exists(path.resolve("train-images-idx3-ubyte.gz"))).findFirst();
        assumeTrue(found.isPresent(), "MNIST is not on this machine: name its folder by SIMULACRA_DATA");
        return found.orElseThrow();
    }
}
