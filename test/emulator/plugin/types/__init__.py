"""CloudFormation types, one subject a file."""
