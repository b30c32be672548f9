// CloudFormation validation costs seconds in every synth; one strict synth turns it on again (see test/synth).
process.env['CDK_VALIDATION'] ??= 'false';
