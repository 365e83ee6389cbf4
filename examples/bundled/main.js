import 'strillone';
