package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;
import java.util.Set;

/// A penalty of the discriminator: a scalar that is subtracted from the value that it ascends, and that grows with the
/// slope of its logits.
///
/// Slopes are taken logit by logit: that of one is a row of the gradient of the sum of all logits, which is right only
/// where the network treats the examples of a minibatch independently (batch normalization does not). Where it judges
/// packs of examples ([dev.simulacra.nn.Packed]), a logit's slope is the one in all examples of its pack: one norm and
/// one square for each pack, and means over the packs.
///
/// This interface is open: a penalty of one's own is a record that implements both methods.
public interface Penalty {
    /// The penalty on one minibatch, a scalar.
    ///
    /// @param scores the discriminator's logits and slopes on the minibatch
    Tensor of(DiscriminatorScores scores);

    /// The minibatches at whose examples the penalty reads slopes ([DiscriminatorScores#realSlopes],
    /// [DiscriminatorScores#fakeSlopes]); empty where it reads none of them, as a penalty at other points.
    ///
    /// The game evaluates data and samples as one minibatch unless the penalties read the slopes of one side alone.
    Set<Side> slopes();
}
